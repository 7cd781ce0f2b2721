package io.tripline.console.rules;

import io.tripline.console.http.Problem;
import io.tripline.dsl.SourceFile;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a client says must be so for its change to be made (RFC 9110, section 13).
 *
 * @param ifMatch the file is as the client has seen it
 * @param ifNoneMatch {@code *}: there is no such file yet
 */
record Preconditions(Optional<String> ifMatch, Optional<String> ifNoneMatch) {

    static Preconditions of(String ifMatch, String ifNoneMatch) {
        return new Preconditions(Optional.ofNullable(ifMatch), Optional.ofNullable(ifNoneMatch));
    }

    /** @throws io.tripline.console.http.ProblemException with status 412 when it is not so */
    void check(String name, Optional<SourceFile> file) {
        Optional<String> etag = file.map(RuleFiles::etag);
        if (ifMatch.isPresent() && !names(ifMatch.get(), etag)) {
            throw changed(
                    file.isPresent()
                            ? "somebody else has changed " + name + " meanwhile; read it again"
                            : "there is no " + name + " any more");
        }
        if (ifNoneMatch.isPresent() && names(ifNoneMatch.get(), etag)) {
            throw changed("there is a " + name + " already");
        }
    }

    private static boolean names(String header, Optional<String> etag) {
        if (header.strip().equals("*")) {
            return etag.isPresent();
        }
        return Arrays.stream(header.split(",", -1))
                .map(tag -> tag.strip().replace("\"", ""))
                .anyMatch(tag -> etag.isPresent() && tag.equals(etag.get()));
    }

    private static RuntimeException changed(String detail) {
        return Problem.of(412, "changed", "The file has changed", detail).asException();
    }
}
