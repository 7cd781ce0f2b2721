package io.tripline.dsl.check;

import io.tripline.dsl.diagnostic.DiagnosticCode;
import io.tripline.dsl.diagnostic.Diagnostics;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.diagnostic.SourceSpan;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** Time zones by their IANA names. */
final class ZoneNames {

    static final String UTC = "UTC";

    private static final Set<String> ALL = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private ZoneNames() {}

    /** Whether there is a zone of that name; if not, that is reported. */
    static boolean check(Diagnostics diagnostics, String name, SourceSpan span) {
        if (ALL.contains(name)) {
            return true;
        }
        diagnostics.error(
                DiagnosticCode.BAD_LITERAL,
                span,
                "there is no time zone `" + name + "`",
                DidYouMean.nearest(name, ALL)
                        .map(near -> "did you mean `\"" + near + "\"`?")
                        .orElse("time zones are written like `\"Europe/Berlin\"` or `\"UTC\"`"));
        return false;
    }
}
