package io.watchdesk.desk.registers;

import java.util.List;

/**
 * One field of the entries of a register: a column of its file, a field of its form. Its label is the message
 * {@code registers.<register>.<id>}.
 *
 * @param id as the head of the file says it
 * @param kind what may stand in it
 * @param choices all that may stand in a {@link Kind#CHOICE}, suggestions elsewhere
 * @param longest most characters (Unicode code points)
 * @param required whether it must be filled in
 * @param role whether people write it
 */
public record Column(String id, Kind kind, List<String> choices, int longest, boolean required, Role role) {

    /** What may stand in a field. */
    public enum Kind {
        LINE,
        TEXT,
        CHOICE,
        NUMBER,
        DAY
    }

    /** Who fills a field. */
    public enum Role {
        /** Names the entry and is written once, when the entry is new. */
        KEY,
        /** Is written by the owners of the register. */
        WRITTEN,
        /** Comes with the entry and is changed elsewhere. */
        FIXED
    }

    /** The one column that every file has: whether an entry is in force. */
    public static final String STATE = "state";

    /** The entry is in force. */
    public static final String ACTIVE = "active";

    /** The entry is kept for what refers to it, and not offered any more. */
    public static final String RETIRED = "retired";

    /** One line of text that must be filled in and names the entry. */
    public static Column key(String id, int longest) {
        return new Column(id, Kind.LINE, List.of(), longest, true, Role.KEY);
    }

    /** One line of text. */
    public static Column line(String id, int longest, boolean required) {
        return new Column(id, Kind.LINE, List.of(), longest, required, Role.WRITTEN);
    }

    /** Text of several lines. */
    public static Column text(String id, int longest, boolean required) {
        return new Column(id, Kind.TEXT, List.of(), longest, required, Role.WRITTEN);
    }

    /** One of several words; not required means that it may be left empty. */
    public static Column choice(String id, List<String> choices, boolean required) {
        return new Column(id, Kind.CHOICE, choices, 100, required, Role.WRITTEN);
    }

    /** A whole number. */
    public static Column number(String id) {
        return new Column(id, Kind.NUMBER, List.of(), 9, true, Role.WRITTEN);
    }

    /** A day such as 2026-12-01. */
    public static Column day(String id) {
        return new Column(id, Kind.DAY, List.of(), 10, false, Role.WRITTEN);
    }

    /** What is shown and not changed. */
    public static Column fixed(String id) {
        return new Column(id, Kind.LINE, List.of(), Integer.MAX_VALUE, false, Role.FIXED);
    }

    /** The same column in another role. */
    public Column as(Role other) {
        return new Column(id, kind, choices, longest, required, other);
    }

    /** The same column, offering these words among others. */
    public Column suggesting(List<String> words) {
        return new Column(id, kind, List.copyOf(words), longest, required, role);
    }

    public boolean isKey() {
        return role == Role.KEY;
    }

    public boolean isFixed() {
        return role == Role.FIXED;
    }
}
