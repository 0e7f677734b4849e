package io.watchdesk.crisis;

/** How grave a crisis is, named by colour as Chinese practice does: 特别重大, 重大, 较大, 一般. In models lower-camel text. */
public enum Level {
    BLUE,
    YELLOW,
    ORANGE,
    RED;

    /** 1 for blue to 4 for red, as the decision table {@code crisis-severity} rates. */
    public int rank() {
        return ordinal() + 1;
    }

    /** The level of a rank. */
    public static Level ofRank(int rank) {
        return values()[rank - 1];
    }

    /** The next higher level; red stays red. */
    public Level higher() {
        return this == RED ? RED : values()[ordinal() + 1];
    }

    /** Whether this level is at least as grave as the other. */
    public boolean atLeast(Level other) {
        return compareTo(other) >= 0;
    }

    /** Red and orange: opened at once, everything in scope is held, a command centre works. */
    public boolean grave() {
        return atLeast(ORANGE);
    }
}
