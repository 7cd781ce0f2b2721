package io.tripline.engine.host;

import java.util.Optional;

/** Which software this is. */
final class Release {
    /** As the jar says; a build that is in no jar has no number. */
    static final String NAME = Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
            .orElse("unreleased");

    private Release() {}
}
