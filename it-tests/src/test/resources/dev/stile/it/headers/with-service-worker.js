fetch("/fetch/by-service-worker");
