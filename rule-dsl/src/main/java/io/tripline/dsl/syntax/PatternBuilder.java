package io.tripline.dsl.syntax;

import static io.tripline.dsl.syntax.grammar.TriplineLexer.*;

import io.tripline.dsl.plan.Contiguity;
import io.tripline.dsl.plan.PatternPlan;
import io.tripline.dsl.syntax.PatternSyntax.Group;
import io.tripline.dsl.syntax.PatternSyntax.Negated;
import io.tripline.dsl.syntax.PatternSyntax.Part;
import io.tripline.dsl.syntax.PatternSyntax.Sequence;
import io.tripline.dsl.syntax.PatternSyntax.StepSyntax;
import io.tripline.dsl.syntax.grammar.TriplineParser.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Parse trees of patterns to syntax records. */
final class PatternBuilder {

    private final SourcePositions positions;
    private final ExpressionBuilder expressions;

    PatternBuilder(SourcePositions positions, ExpressionBuilder expressions) {
        this.positions = positions;
        this.expressions = expressions;
    }

    Sequence pattern(PatternContext context) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Optional.empty(), Optional.empty(), part(context.part(0)), positions.of(context.part(0))));
        for (int i = 0; i < context.link().size(); i++) {
            LinkContext link = context.link(i);
            Token then = context.THEN(i).getSymbol();
            boolean bare = link.getChildCount() == 0;
            parts.add(new Part(
                    Optional.ofNullable(link.contiguity()).map(PatternBuilder::contiguity),
                    Optional.ofNullable(link.duration()).map(expressions::duration),
                    part(context.part(i + 1)),
                    bare ? positions.of(then) : positions.of(then, link.getStop())));
        }
        return new Sequence(parts, positions.of(context));
    }

    private static Contiguity contiguity(ContiguityContext context) {
        return context.getStart().getType() == ANY ? Contiguity.ANY : Contiguity.IMMEDIATE;
    }

    private PatternSyntax part(PartContext context) {
        if (context instanceof StepPartContext stepPart) {
            return step(stepPart.step());
        }
        if (context instanceof NegatedPartContext negated) {
            Optional<DurationValue> duration =
                    Optional.ofNullable(negated.duration()).map(expressions::duration);
            boolean isFor = negated.FOR() != null;
            return new Negated(
                    negated.absent().filtered().stream().map(this::filtered).toList(),
                    duration.filter(value -> isFor),
                    duration.filter(value -> !isFor),
                    positions.of(negated));
        }
        GroupPartContext group = (GroupPartContext) context;
        Group.Kind kind = group.OR().isEmpty() ? Group.Kind.ANY_ORDER : Group.Kind.ALTERNATIVES;
        return new Group(
                group.pattern().size() == 1 ? Group.Kind.ONE : kind,
                group.pattern().stream().map(this::pattern).toList(),
                Optional.ofNullable(group.repeat()).map(this::repeat),
                positions.of(group));
    }

    StepSyntax step(StepContext context) {
        return new StepSyntax(
                Optional.ofNullable(context.label).map(expressions::name),
                expressions.name(context.event),
                Optional.ofNullable(context.filter()).map(this::filter),
                Optional.ofNullable(context.repeat()).map(this::repeat),
                positions.of(context));
    }

    FilteredSyntax filtered(FilteredContext context) {
        return new FilteredSyntax(
                expressions.name(context.word()),
                Optional.ofNullable(context.filter()).map(this::filter),
                positions.of(context));
    }

    private ExpressionSyntax filter(FilterContext context) {
        return expressions.expression(context.expression());
    }

    private RepeatSyntax repeat(RepeatContext context) {
        RepetitionContext count = context.repetition();
        int least = 0;
        int most = PatternPlan.UNBOUNDED;
        switch (count.getStart().getType()) {
            case PLUS -> least = 1;
            case STAR -> {}
            case QUESTION -> most = 1;
            default -> {
                least = LiteralReader.count(count.least);
                most = count.to == null ? least : most;
                most = count.most == null ? most : LiteralReader.count(count.most);
            }
        }
        return new RepeatSyntax(
                least,
                most,
                Optional.ofNullable(context.contiguity())
                        .map(PatternBuilder::contiguity)
                        .orElse(Contiguity.NEXT),
                context.RELUCTANT() != null,
                Optional.ofNullable(context.negation()).map(expressions::condition),
                positions.of(count));
    }
}
