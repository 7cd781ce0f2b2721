package io.tripline.console.rules;

import io.tripline.console.http.Problem;
import java.util.regex.Pattern;

/** What a rule file may be called. */
final class RuleFileName {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,94}\\.trip");

    private RuleFileName() {}

    /** @throws io.tripline.console.http.ProblemException when it may not be called so */
    static String checked(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw Problem.badRequest("a rule file's name is letters, digits, '.', '_' and '-', at most 100 characters,"
                            + " does not begin with '.', and ends in .trip")
                    .asException();
        }
        return name;
    }
}
