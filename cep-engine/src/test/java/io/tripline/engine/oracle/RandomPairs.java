package io.tripline.engine.oracle;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.plan.RuleSetPlan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Random rules, each with a random stream, answered by the engine and by the oracle; and what they have covered. For one
 * thread; several have one each, and {@link #add} puts them together.
 */
public final class RandomPairs {

    /** One of so many pairs is compared after each event, the others after the last one. */
    private static final int EVERY_PREFIX = 8;

    private final Coverage coverage = new Coverage();
    private final Map<String, Integer> refused = new TreeMap<>();
    private String compiledText = "";
    private Compilation compiled;
    private int pairs;
    private int refusals;
    private int skipped;

    /** Runs the pair of a seed: the difference with the smallest case that still shows one, where there is one. */
    public Optional<String> run(long seed) {
        RandomCase made = RandomCase.of(seed);
        Compilation compilation = compiled(made.rulesText());
        if (compilation.plan().isEmpty()) {
            refused.merge(Trial.errors(compilation).replaceAll("`.`", "a step"), 1, Integer::sum);
            refusals++;
            return Optional.empty();
        }
        RuleSetPlan plan = compilation.plan().get();
        Trial.Verdict verdict = Trial.run(plan, made.eventsText(), seed % EVERY_PREFIX == 0);
        if (verdict.difference().isPresent()) {
            return Optional.of("seed " + seed + ": engine and oracle differ\n\n"
                    + smallest(made, verdict.difference().get()));
        }
        if (verdict.skipped()) {
            skipped++;
        } else {
            pairs++;
            coverage.add(plan, made.happenings(), verdict);
        }
        return Optional.empty();
    }

    private Compilation compiled(String rules) {
        if (!compiledText.equals(rules)) {
            compiled = Trial.compile(rules);
            compiledText = rules;
        }
        return compiled;
    }

    private static String smallest(RandomCase made, String difference) {
        RandomCase smallest = new Shrinker(RandomPairs::differs).shrink(made);
        String smallestDifference = Trial.run(Trial.plan(smallest.rulesText()), smallest.eventsText(), true)
                .difference()
                .orElse(difference);
        return smallest.rulesText() + "\n" + smallest.eventsText() + "\n" + smallestDifference;
    }

    private static boolean differs(RandomCase candidate) {
        Compilation compilation = Trial.compile(candidate.rulesText());
        return compilation.plan().isPresent()
                && Trial.run(compilation.plan().get(), candidate.eventsText(), true)
                        .difference()
                        .filter(difference -> !difference.contains("MissingFieldException"))
                        .isPresent();
    }

    /** How many pairs engine and oracle have answered alike. */
    public int equal() {
        return pairs;
    }

    /** How many rule sets the compiler has refused: what is made up at random is not always a rule set. */
    public int refused() {
        return refusals;
    }

    /** How many pairs had more partial matches than the oracle has patience for. */
    public int skipped() {
        return skipped;
    }

    /** Takes over what others have covered. */
    public void add(RandomPairs others) {
        coverage.add(others.coverage);
        others.refused.forEach((why, count) -> refused.merge(why, count, Integer::sum));
        pairs += others.pairs;
        refusals += others.refusals;
        skipped += others.skipped;
    }

    /** The constructs that have led to no alert. */
    public Set<String> missing() {
        return coverage.missing();
    }

    /** A text of some lines: how often each construct was there, and what was not run. */
    public String summary() {
        return coverage + "\n" + refusals + " refused by the compiler: " + refused + "\n" + skipped
                + " skipped: too many partial matches for the oracle";
    }
}
