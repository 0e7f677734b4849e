package sample.muddle.web;

import sample.muddle.Muddle;

/** Knows the root that knows it. */
public class Page {

    private Muddle muddle;

    /** Shows how many. */
    public Muddle show(long count) {
        return count > 0 ? muddle : null;
    }
}
