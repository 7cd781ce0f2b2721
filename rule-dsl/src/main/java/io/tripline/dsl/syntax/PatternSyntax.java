package io.tripline.dsl.syntax;

import io.tripline.dsl.diagnostic.SourceSpan;
import io.tripline.dsl.plan.Contiguity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a match looks like, as it is written. Its depth is bounded, so it may be walked recursively. */
public sealed interface PatternSyntax extends SyntaxNode {

    /** The steps in it, in the order of writing. */
    Stream<StepSyntax> steps();

    /** {@code name: Event[filter]{3,}}. */
    record StepSyntax(
            Optional<Name> name,
            Name event,
            Optional<ExpressionSyntax> filter,
            Optional<RepeatSyntax> repeat,
            SourceSpan span)
            implements PatternSyntax {
        @Override
        public Stream<StepSyntax> steps() {
            return Stream.of(this);
        }
    }

    /** {@code a then b}; at least one part. */
    record Sequence(List<Part> parts, SourceSpan span) implements PatternSyntax {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public Stream<StepSyntax> steps() {
            return parts.stream().flatMap(part -> part.body().steps());
        }
    }

    /**
     * A part of a sequence.
     *
     * @param contiguity what stands behind {@code then}
     * @param within the longest gap before it
     * @param link where {@code then} and what belongs to it stands; the part itself for the first one
     */
    record Part(Optional<Contiguity> contiguity, Optional<DurationValue> within, PatternSyntax body, SourceSpan link) {}

    /** {@code not X}, {@code not (X or Y)}, with a time behind it. */
    record Negated(
            List<FilteredSyntax> forbidden,
            Optional<DurationValue> forDuration,
            Optional<DurationValue> within,
            SourceSpan span)
            implements PatternSyntax {
        public Negated {
            forbidden = List.copyOf(forbidden);
        }

        @Override
        public Stream<StepSyntax> steps() {
            return Stream.empty();
        }
    }

    /** {@code (a then b){2}}, {@code (a or b)}, {@code (a and b)}. */
    record Group(Kind kind, List<Sequence> members, Optional<RepeatSyntax> repeat, SourceSpan span)
            implements PatternSyntax {
        public enum Kind {
            ONE,
            ALTERNATIVES,
            ANY_ORDER
        }

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public Stream<StepSyntax> steps() {
            return members.stream().flatMap(PatternSyntax::steps);
        }
    }
}
