package io.tripline.console.cli;

import io.tripline.console.ConsoleVersion;
import io.tripline.console.rules.DiagnosticView;
import io.tripline.dsl.Compilation;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.diagnostic.Diagnostic;
import io.tripline.dsl.diagnostic.DiagnosticPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code tripline check} found, in its three formats. */
final class CheckReport {

    private final List<SourceFile> files;
    private final Compilation compilation;

    CheckReport(List<SourceFile> files, Compilation compilation) {
        this.files = files;
        this.compilation = compilation;
    }

    /** For people: each finding with its line of the text, and a line that sums up. */
    String text() {
        Map<String, SourceFile> byName = files.stream()
                .collect(Collectors.toMap(SourceFile::name, Function.identity(), (first, second) -> first));
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : compilation.diagnostics()) {
            String printed = DiagnosticPrinter.print(
                    diagnostic, byName.get(diagnostic.span().file()));
            text.append(printed.stripTrailing()).append("\n\n");
        }
        return text.append(summary()).append('\n').toString();
    }

    private String summary() {
        String checked = counted(files.size(), "file");
        if (compilation.plan().isPresent()) {
            checked += ", " + counted(compilation.plan().get().rules().size(), "rule");
        }
        long errors = errors();
        long warnings = compilation.diagnostics().size() - errors;
        String found = errors == 0 && warnings == 0
                ? "no errors"
                : errors == 0
                        ? counted(warnings, "warning")
                        : counted(errors, "error") + (warnings == 0 ? "" : ", " + counted(warnings, "warning"));
        return checked + ": " + found;
    }

    private long errors() {
        return compilation.diagnostics().stream().filter(Diagnostic::isError).count();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** For programs: {@code {"files", "rules", "errors", "warnings", "diagnostics": […]}}. */
    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("files", files.size());
        report.put("rules", compilation.plan().map(plan -> plan.rules().size()).orElse(null));
        report.put("errors", errors());
        report.put("warnings", compilation.diagnostics().size() - errors());
        report.put("diagnostics", views());
        return printed(report);
    }

    /** SARIF 2.1.0, as code hosts show it beside the text. */
    String sarif() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "tripline");
        driver.put("version", ConsoleVersion.current());
        driver.put(
                "rules",
                views().stream()
                        .map(DiagnosticView::code)
                        .distinct()
                        .sorted()
                        .map(code -> Map.of("id", code))
                        .toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", views().stream().map(CheckReport::result).toList());
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        report.put("version", "2.1.0");
        report.put("runs", List.of(run));
        return printed(report);
    }

    private static Map<String, Object> result(DiagnosticView view) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", view.line());
        region.put("startColumn", view.column());
        region.put("endLine", view.endLine());
        region.put("endColumn", view.endColumn());
        region.put("charOffset", view.offset());
        region.put("charLength", view.endOffset() - view.offset());
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", view.file().replace('\\', '/')));
        location.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", view.code());
        result.put("level", view.level());
        String hint = view.hint() == null ? "" : "; " + view.hint();
        result.put("message", Map.of("text", view.message() + hint));
        result.put("locations", List.of(Map.of("physicalLocation", location)));
        return result;
    }

    private List<DiagnosticView> views() {
        return compilation.diagnostics().stream().map(DiagnosticView::of).toList();
    }

    private static String printed(Map<String, Object> report) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(report)
                + "\n";
    }
}
