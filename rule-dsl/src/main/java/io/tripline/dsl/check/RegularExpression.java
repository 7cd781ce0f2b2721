package io.tripline.dsl.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Tells whether a text is a regular expression in the syntax of RE2, whose matching takes time linear in the text
 * (<a href="https://github.com/google/re2/wiki/Syntax">syntax</a>). What RE2 has not, because no linear matcher can
 * have it, is named; what is left has the form that {@link Pattern} has too, which then looks at the rest.
 */
final class RegularExpression {

    /** RE2 writes counts out, and so bounds them, one inside the other. */
    private static final int MOST_ROUNDS = 1_000;

    private static final int LONGEST = 1_000;

    /** What a letter behind a backslash may be, but {@code p}, {@code P}, {@code Q}, {@code x} and digits. */
    private static final String ESCAPES = "AbBdDsSwWzaftnrvE";

    private static final Set<String> CATEGORIES = Set.of(
            "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl",
            "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
            "Any");

    /** What is wrong with an expression. */
    record Problem(String message, String hint) {}

    private final String text;
    /** The same expression for {@link Pattern}, where it is written otherwise. */
    private final StringBuilder forJava = new StringBuilder();
    /** For each open bracket, how often at most what stands in it is repeated so far. */
    private final Deque<Long> open = new ArrayDeque<>();

    private Optional<Problem> problem = Optional.empty();
    private long inGroup = 1;
    private long lastPiece = 1;
    private int at;

    private RegularExpression(String text) {
        this.text = text;
    }

    /** What is wrong with it; empty when nothing is. */
    static Optional<Problem> problem(String text) {
        if (text.length() > LONGEST) {
            return Optional.of(new Problem(
                    "this expression is too long", "an expression can have " + LONGEST + " characters at most"));
        }
        return new RegularExpression(text).find();
    }

    private Optional<Problem> find() {
        while (at < text.length() && problem.isEmpty()) {
            switch (text.charAt(at)) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                case '(' -> openGroup();
                case ')' -> closeGroup();
                case '*', '+', '?' -> quantifier(1, 1);
                case '{' -> braces();
                default -> {
                    lastPiece = 1;
                    copy(1);
                }
            }
        }
        return problem.isPresent() ? problem : asJavaSeesIt();
    }

    private Optional<Problem> asJavaSeesIt() {
        try {
            Pattern.compile(forJava.toString());
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            String description = e.getDescription().toLowerCase(java.util.Locale.ROOT);
            return Optional.of(new Problem(
                    "this is not a regular expression: " + description,
                    "a backslash takes a sign as it is; in a text it is written twice: `\"\\\\.\"`"));
        }
    }

    private void copy(int length) {
        forJava.append(text, at, at + length);
        at += length;
    }

    private void refuse(String what, String hint) {
        problem = Optional.of(new Problem(what, hint));
    }

    private boolean follows(String words) {
        return text.startsWith(words, at);
    }

    private void escape(boolean inClass) {
        lastPiece = 1;
        if (at + 1 >= text.length()) {
            refuse("this expression ends with a backslash", "write `\\\\\\\\` for a backslash");
            return;
        }
        char kind = text.charAt(at + 1);
        if (follows("\\Q")) {
            int end = text.indexOf("\\E", at);
            copy((end < 0 ? text.length() : end + 2) - at);
        } else if (kind == 'p' || kind == 'P') {
            property();
        } else if (kind == 'x') {
            hexadecimal();
        } else if (kind >= '1' && kind <= '9' || kind == 'k') {
            refuse(
                    "`\\" + kind + "` repeats what was found before, which cannot be matched in linear time",
                    "write out what may stand there");
        } else if (kind == '0'
                || isLetter(kind) && (ESCAPES.indexOf(kind) < 0 || inClass && "AbBz".indexOf(kind) >= 0)) {
            refuse(
                    "`\\" + kind + "` means nothing in a regular expression" + (inClass ? " in brackets" : ""),
                    "leave out the backslash");
        } else {
            copy(1);
            copy(Character.charCount(text.codePointAt(at)));
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void property() {
        int nameStart = at + 2;
        String name = "";
        int end = nameStart + 1;
        if (follows("{") || nameStart < text.length() && text.charAt(nameStart) == '{') {
            end = text.indexOf('}', nameStart) + 1;
            name = end == 0 ? "" : text.substring(nameStart + 1, end - 1);
        } else if (nameStart < text.length()) {
            name = text.substring(nameStart, nameStart + 1);
        }
        String plain = name.startsWith("^") ? name.substring(1) : name;
        if (!CATEGORIES.contains(plain) && !isScript(plain)) {
            refuse(
                    "there is no kind of character `" + plain + "`",
                    "kinds are written like `\\\\p{L}`, `\\\\p{Lu}` or `\\\\p{Greek}`");
            return;
        }
        forJava.append("\\w");
        at = end;
    }

    private static boolean isScript(String name) {
        try {
            return !name.isEmpty()
                    && Character.isUpperCase(name.charAt(0))
                    && Character.UnicodeScript.forName(name) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void hexadecimal() {
        int digits = at + 2;
        boolean braces = digits < text.length() && text.charAt(digits) == '{';
        int end = braces ? text.indexOf('}', digits) : Math.min(digits + 2, text.length());
        String number = end < 0 ? "" : text.substring(braces ? digits + 1 : digits, end);
        boolean fits = number.matches(braces ? "[0-9a-fA-F]{1,6}" : "[0-9a-fA-F]{2}")
                && Integer.parseInt(number, 16) <= Character.MAX_CODE_POINT;
        if (!fits) {
            refuse("`\\x` is followed by the number of a character", "write it as in `\\\\x7f` or `\\\\x{1f600}`");
            return;
        }
        forJava.append("\\x{").append(number).append('}');
        at = end + (braces ? 1 : 0);
    }

    /** A class; what is special in the classes of Java alone is made plain. */
    private void characterClass() {
        lastPiece = 1;
        copy(1);
        if (at < text.length() && text.charAt(at) == '^') {
            copy(1);
        }
        boolean first = true;
        while (at < text.length() && problem.isEmpty()) {
            char c = text.charAt(at);
            if (c == ']' && !first) {
                copy(1);
                return;
            }
            if (c == '\\') {
                escape(true);
            } else if (c == '[' && follows("[:")) {
                namedClass();
            } else if (c == '[' || c == ']' || c == '&') {
                forJava.append('\\');
                copy(1);
            } else {
                copy(Character.charCount(text.codePointAt(at)));
            }
            first = false;
        }
        if (problem.isEmpty()) {
            refuse("this expression has a `[` without its `]`", "write `\\\\[` for a bracket");
        }
    }

    private void namedClass() {
        int end = text.indexOf(":]", at);
        String name = end < 0 ? "" : text.substring(at + 2, end);
        if (!Set.of("alnum", "alpha", "ascii", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space")
                        .contains(name.replaceFirst("^\\^", ""))
                && !Set.of("upper", "word", "xdigit").contains(name.replaceFirst("^\\^", ""))) {
            refuse("there is no class `[:" + name + ":]`", "classes are written like `[[:alpha:]]`");
            return;
        }
        forJava.append("\\w");
        at = end + 2;
    }

    private void openGroup() {
        open.push(inGroup);
        inGroup = 1;
        lastPiece = 1;
        if (!follows("(?")) {
            copy(1);
        } else if (follows("(?=") || follows("(?!") || follows("(?<=") || follows("(?<!")) {
            refuse(
                    "looking ahead or behind (`" + text.substring(at, at + (follows("(?<") ? 4 : 3))
                            + "`) cannot be matched in linear time",
                    "join two conditions: `x matches \"…\" and x not matches \"…\"`");
        } else if (follows("(?>")) {
            refuse("`(?>` is not in the expressions that match in linear time", "write `(?:`");
        } else if (follows("(?P<") || follows("(?<")) {
            named();
        } else {
            flags();
        }
    }

    private void named() {
        int start = text.indexOf('<', at) + 1;
        int end = text.indexOf('>', start);
        if (end < 0 || !text.substring(start, end).matches("\\w+")) {
            refuse("the name of a group is letters, digits and `_`", "write it as in `(?P<name>…)`");
            return;
        }
        forJava.append('(');
        at = end + 1;
    }

    private void flags() {
        int end = at + 2;
        while (end < text.length() && "imsU-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != ':' && text.charAt(end) != ')') {
            refuse(
                    "`" + text.substring(at, Math.min(end + 1, text.length())) + "` begins no group",
                    "groups begin with `(`, `(?:` or flags like `(?i)`");
            return;
        }
        if (text.charAt(end) == ')') {
            inGroup = open.pop();
            forJava.append("(?:)");
        } else {
            forJava.append("(?:");
        }
        at = end + 1;
    }

    private void closeGroup() {
        if (open.isEmpty()) {
            refuse("this expression has a `)` without its `(`", "write `\\\\)` for a bracket");
            return;
        }
        lastPiece = inGroup;
        inGroup = Math.max(open.pop(), lastPiece);
        copy(1);
    }

    private void braces() {
        int end = text.indexOf('}', at);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        if (!inside.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            // RE2 reads other braces as they are.
            forJava.append('\\');
            copy(1);
            lastPiece = 1;
            return;
        }
        String[] counts = inside.split(",", -1);
        String highest = counts[counts.length - 1];
        long most = Long.parseLong(highest.isEmpty() ? counts[0] : highest);
        if (most > MOST_ROUNDS || Long.parseLong(counts[0]) > MOST_ROUNDS) {
            refuse("a count in an expression can be " + MOST_ROUNDS + " at most", "write `*` or `+`");
            return;
        }
        quantifier(inside.length() + 2, Math.max(1, most));
    }

    /** A sign or count that repeats what stands before it. */
    private void quantifier(int length, long rounds) {
        String sign = text.substring(at, at + length);
        if (forJava.length() == 0 || text.charAt(at - 1) == '(' || text.charAt(at - 1) == '|') {
            refuse("`" + sign + "` has nothing before it to repeat", "write `\\\\" + sign + "` for the sign itself");
            return;
        }
        copy(length);
        lastPiece *= rounds;
        inGroup = Math.max(inGroup, lastPiece);
        if (lastPiece > MOST_ROUNDS) {
            refuse(
                    "counts one inside the other come to more than " + MOST_ROUNDS + " here",
                    "write a smaller count, or `*`");
            return;
        }
        if (at < text.length() && text.charAt(at) == '?') {
            copy(1);
        }
        if (at < text.length() && text.charAt(at) == '+') {
            refuse("`" + sign + "+` is not in the expressions that match in linear time", "write `" + sign + "`");
        } else if (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '?')) {
            refuse("`" + sign + text.charAt(at) + "` repeats what is repeated already", "write `" + sign + "`");
        }
    }
}
