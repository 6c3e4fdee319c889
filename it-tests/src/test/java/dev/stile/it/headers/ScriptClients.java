package dev.stile.it.headers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What scrapers are made of, as far as it is installed here: programs, libraries of scripting languages, and Java's own clients. */
final class ScriptClients {
    /** What scrapers copy. */
    static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    private static final String GO = """
            package main

            import (
            	"crypto/tls"
            	"net/http"
            	"os"
            )

            func main() {
            	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
            	if _, err := http.Get(os.Args[1]); err != nil {
            		panic(err)
            	}
            }
            """;

    private static final String SCRAPY = """
            import sys
            from scrapy import Spider
            from scrapy.crawler import CrawlerProcess

            class One(Spider):
                name = "one"
                start_urls = [sys.argv[1]]

                def parse(self, response):
                    pass

            process = CrawlerProcess({"LOG_ENABLED": False, "ROBOTSTXT_OBEY": False})
            process.crawl(One)
            process.start()
            """;

    /** A client asks for one URL in one run. */
    @FunctionalInterface
    private interface Client {
        void get(String url) throws IOException, InterruptedException, GeneralSecurityException;
    }

    private final String base;
    private final List<String> missing = new ArrayList<>();

    ScriptClients(String base) {
        this.base = base;
    }

    /** Runs all; tells which did not work, because they are not installed. */
    List<String> run() {
        program("curl", "curl", "-sk", "{url}");
        program("curl-as-chrome", "curl", "-sk", "-A", CHROME, "{url}");
        program("wget", "wget", "-q", "-O", "-", "--no-check-certificate", "{url}");
        program(
                "python-urllib",
                "python3",
                "-c",
                "import ssl, sys, urllib.request; urllib.request.urlopen(sys.argv[1], context=ssl._create_unverified_context())",
                "{url}");
        program(
                "python-requests",
                "python3",
                "-c",
                "import sys, requests; requests.get(sys.argv[1], verify=False)",
                "{url}");
        program(
                "python-requests-as-chrome",
                "python3",
                "-c",
                "import sys, requests; requests.get(sys.argv[1], verify=False, headers={'User-Agent': sys.argv[2]})",
                "{url}",
                CHROME);
        program("python-httpx", "python3", "-c", "import sys, httpx; httpx.get(sys.argv[1], verify=False)", "{url}");
        program("python-aiohttp", "python3", "-c", """
                import sys, asyncio, aiohttp
                async def main():
                    async with aiohttp.ClientSession() as session:
                        await session.get(sys.argv[1], ssl=False)
                asyncio.run(main())
                """, "{url}");
        file("scrapy", "spider.py", SCRAPY, "python3", "{file}", "{url}");
        program("node-fetch", "node", "-e", "fetch(process.argv[1])", "{url}");
        program(
                "node-https",
                "node",
                "-e",
                "const url = process.argv[1]; require(url.split(':')[0]).get(url)",
                "{url}");
        program("node-axios", "node", "-e", "require('axios').get(process.argv[1])", "{url}");
        file("go-net-http", "main.go", GO, "go", "run", "{file}", "{url}");
        client("java-http-client", ScriptClients::httpClient);
        client("java-url-connection", ScriptClients::urlConnection);
        return missing;
    }

    private void program(String name, String... command) {
        client(name, url -> execute(command, url, ""));
    }

    private void file(String name, String fileName, String source, String... command) {
        client(name, url -> {
            Path directory = Files.createTempDirectory("stile-it-client");
            Path file = Files.writeString(directory.resolve(fileName), source);
            try {
                execute(command, url, file.toString());
            } finally {
                Files.delete(file);
                Files.delete(directory);
            }
        });
    }

    private void client(String name, Client client) {
        try {
            client.get(base + "/client/" + name);
        } catch (IOException | GeneralSecurityException e) {
            missing.add(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void execute(String[] command, String url, String file) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (String word : command) {
            words.add(word.replace("{url}", url).replace("{file}", file));
        }
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("NODE_TLS_REJECT_UNAUTHORIZED", "0");
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        } else if (process.exitValue() != 0) {
            throw new IOException("exit " + process.exitValue());
        }
    }

    private static void httpClient(String url) throws IOException, InterruptedException, GeneralSecurityException {
        HttpClient.newBuilder()
                .sslContext(trustingAll())
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
    }

    private static void urlConnection(String url) throws IOException, GeneralSecurityException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(trustingAll().getSocketFactory());
        }
        connection.getInputStream().close();
    }

    private static SSLContext trustingAll() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
        return context;
    }

    /** The recorder's certificate is signed by nobody. */
    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
