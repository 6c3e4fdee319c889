package dev.stile.demo;

/** What the command line asks for. */
sealed interface Arguments {

    String USAGE = "usage: stile-demo [--port N]   serves on 127.0.0.1, port N (default 8080; 0 takes a free one)";

    int DEFAULT_PORT = 8080;

    /** Serve on this port. */
    record Serve(int port) implements Arguments {}

    /** Say how the program is used. */
    record Help() implements Arguments {}

    /** The arguments make no sense, and why. */
    record Wrong(String reason) implements Arguments {}

    static Arguments parse(String... arguments) {
        Arguments result = new Serve(DEFAULT_PORT);
        for (int position = 0; position < arguments.length; position++) {
            switch (arguments[position]) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--port" -> {
                    position++;
                    if (position == arguments.length) {
                        return new Wrong("--port needs a number");
                    }
                    result = port(arguments[position]);
                }
                default -> {
                    return new Wrong("unknown argument: " + arguments[position]);
                }
            }
            if (result instanceof Wrong) {
                return result;
            }
        }
        return result;
    }

    private static Arguments port(String text) {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return new Serve(Integer.parseInt(text));
        }
        return new Wrong("--port must be a number from 0 to 65535, not " + text);
    }
}
