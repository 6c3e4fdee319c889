package dev.stile.demo.web;

import dev.stile.demo.archive.Query;

/** The field and the button with which a visitor searches. */
final class SearchForm {

    private SearchForm() {}

    static Markup of(Links links, Query query) {
        return Markup.of("""
                <form class="search" role="search" action="{}" method="get">
                <label for="q">Search the words and what is said of them</label>
                <span class="field"><input id="q" name="q" type="search" value="{}" maxlength="{}" autocomplete="off">
                <button type="submit">Search</button></span>
                </form>
                """, links.search(), query.text(), Query.MAX_LENGTH);
    }
}
