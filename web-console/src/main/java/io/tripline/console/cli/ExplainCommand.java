package io.tripline.console.cli;

import io.tripline.dsl.Compilation;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.DidYouMean;
import io.tripline.dsl.explain.DotWriter;
import io.tripline.dsl.explain.RuleProse;
import io.tripline.dsl.explain.StateGraphBuilder;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Say in plain English what a rule looks for, or draw its states.",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "1:the rules have errors", "2:there is no such rule"})
final class ExplainCommand implements Callable<Integer> {

    /** How the explanation is printed. */
    enum Format {
        TEXT,
        JSON,
        DOT
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RULE", description = "The name of a rule.")
    private String name;

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Rule files, or folders of them. Together they are one rule set.")
    private List<Path> paths;

    @Option(
            names = "--format",
            paramLabel = "text|json|dot",
            defaultValue = "text",
            description = "English, or the graph of its states as JSON or for Graphviz (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Override
    public Integer call() {
        List<SourceFile> files = RulePaths.read(paths);
        Compilation compilation = RuleCompiler.compile(files);
        if (compilation.plan().isEmpty()) {
            spec.commandLine().getErr().print(new CheckReport(files, compilation).text());
            return ExitCode.FOUND_ERRORS;
        }
        RuleSetPlan rules = compilation.plan().get();
        PrintWriter out = spec.commandLine().getOut();
        out.print(explained(rule(rules), rules));
        out.flush();
        return ExitCode.OK;
    }

    private RulePlan rule(RuleSetPlan rules) {
        List<String> names = rules.rules().stream().map(RulePlan::name).toList();
        return rules.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailedException("there is no rule `" + name + "`: "
                        + DidYouMean.hint(name, names)
                                .orElse(
                                        names.isEmpty()
                                                ? "these files have none"
                                                : "rules are " + String.join(", ", names))));
    }

    private String explained(RulePlan rule, RuleSetPlan rules) {
        return switch (format) {
            case TEXT -> RuleProse.of(rule, rules);
            case DOT -> DotWriter.write(rule.name(), StateGraphBuilder.of(rule, rules));
            case JSON ->
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(StateGraphBuilder.of(rule, rules))
                        + "\n";
        };
    }
}
