package dev.stile.demo.scraper;

import java.util.List;

/** What a scraper's headers say it is. */
public enum Guise {

    /** A script in a page in Firefox: nothing about the headers is suspicious. */
    BROWSER("""
            User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
            Accept: */*
            Accept-Language: en-US,en;q=0.5
            Sec-Fetch-Dest: empty
            Sec-Fetch-Mode: cors
            Sec-Fetch-Site: same-origin
            """),

    /** What it is: a program. */
    PROGRAM("""
            User-Agent: curl/8.5.0
            Accept: */*
            """);

    private final String headers;

    Guise(String headers) {
        this.headers = headers;
    }

    /** The header lines that are sent with each request. */
    List<String> headers() {
        return headers.lines().toList();
    }
}
