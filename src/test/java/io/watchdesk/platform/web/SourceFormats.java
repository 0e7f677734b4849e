package io.watchdesk.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that a Java source composes, as formats: literals that are joined with {@code +} are one text, and everything else
 * that is joined to them is a {@code %s}.
 */
final class SourceFormats {

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CHARACTER = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern COMMENT =
            Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*\")|/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\".*?\"\"\"", Pattern.DOTALL);
    /** What developers and operators read in a log, and what names something. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "(?:IllegalStateException|UncheckedIOException|"
                    + "IllegalArgumentException|IOException|SQLException|UnsupportedOperationException|(?i:log)\\.\\w+|@\\w+)\\s*\\(\\s*$");

    private static final Pattern SQL =
            Pattern.compile("(?:select|insert|update|delete|with|where|and|or|order|from|alter|create"
                    + "|drop|set|lock|on|left|join|merge|group by|limit|union) .*|for update");
    /** Patterns of times, policies for browsers, types of files. */
    private static final Pattern FORMAL = Pattern.compile("uuuu|yyyy|HH:mm|'none'|'self'|no-cache|charset=");

    private static final Pattern WORDS = Pattern.compile(
            "[A-Za-z]{2,}[,.:;!?'\")]* (?:[\"(]?[A-Za-z%]|\\d)|%(?:\\d\\$)?,?[sd][,.:;'\")]* [a-z]{2,}");

    private final String code;

    private SourceFormats(String code) {
        this.code = code;
    }

    /** The texts in the order of the source; those that only a log or a developer gets are left out. */
    static List<String> of(String source) {
        Matcher comments = COMMENT.matcher(TEXT_BLOCK.matcher(source).replaceAll("null"));
        String code =
                comments.replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)));
        return new SourceFormats(code).read();
    }

    /** Whether a text reads like words of a language. */
    static boolean isSaid(String format) {
        String text = format.strip();
        return text.matches("(?s).*[a-z]{2}.*")
                && !SQL.matcher(text).lookingAt()
                && !FORMAL.matcher(text).find()
                && WORDS.matcher(text).find();
    }

    private List<String> read() {
        List<String> formats = new ArrayList<>();
        Matcher literal = LITERAL.matcher(code);
        int at = 0;
        while (literal.find(at)) {
            String before = code.substring(0, literal.start()).stripTrailing();
            StringBuilder format =
                    new StringBuilder(before.endsWith("+") ? "%s" : "").append(unescaped(literal.group(1)));
            List<String> inside = new ArrayList<>();
            at = join(literal.end(), format, inside);
            if (!NOT_FOR_PEOPLE.matcher(before).find()) {
                formats.add(format.toString());
                inside.forEach(operand -> formats.addAll(new SourceFormats(operand).read()));
            }
        }
        return formats;
    }

    /** Goes on as long as something is joined to the text, and returns where that ends. */
    private int join(int start, StringBuilder format, List<String> inside) {
        int at = start;
        while (true) {
            int next = afterSpace(at);
            if (next + 1 >= code.length() || code.charAt(next) != '+' || code.charAt(next + 1) == '+') {
                return at;
            }
            next = afterSpace(next + 1);
            Matcher literal = LITERAL.matcher(code).region(next, code.length());
            if (literal.lookingAt()) {
                format.append(unescaped(literal.group(1)));
                at = literal.end();
            } else {
                at = afterOperand(next);
                inside.add(code.substring(next, at));
                format.append("%s");
            }
        }
    }

    private int afterSpace(int start) {
        int at = start;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) {
            at++;
        }
        return at;
    }

    private int afterOperand(int start) {
        int depth = 0;
        int at = start;
        while (at < code.length()) {
            char next = code.charAt(at);
            Matcher quoted = (next == '"' ? LITERAL : CHARACTER).matcher(code).region(at, code.length());
            if ((next == '"' || next == '\'') && quoted.lookingAt()) {
                at = quoted.end();
                continue;
            }
            if ("([{".indexOf(next) >= 0) {
                depth++;
            } else if (")]}".indexOf(next) >= 0) {
                if (depth-- == 0) {
                    return at;
                }
            } else if (depth == 0 && code.startsWith("::", at)) {
                at++;
            } else if (depth == 0 && "+,;?:".indexOf(next) >= 0) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static String unescaped(String literal) {
        return literal.replace("\\\"", "\"")
                .replace("\\n", "\n")
                .replace("\\'", "'")
                .replace("\\\\", "\\");
    }
}
