package io.tripline.console.rules;

import io.tripline.console.http.LimitedBody;
import io.tripline.dsl.RuleCompiler;
import io.tripline.dsl.SourceFile;
import io.tripline.dsl.explain.RuleProse;
import io.tripline.dsl.explain.StateGraph;
import io.tripline.dsl.explain.StateGraphBuilder;
import io.tripline.dsl.plan.RulePlan;
import io.tripline.dsl.plan.RuleSetPlan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the rules of a file say, before they are published: in English, and drawn. */
@RestController
final class ExplanationController {

    private final RuleSetPublisher publisher;

    ExplanationController(RuleSetPublisher publisher) {
        this.publisher = publisher;
    }

    /** One rule; {@code line} is where it begins, counted from 1. */
    record ExplanationView(String name, String title, int line, String text, StateGraph graph) {

        static ExplanationView of(RulePlan rule, RuleSetPlan rules) {
            return new ExplanationView(
                    rule.name(),
                    rule.title(),
                    rule.span().startLine(),
                    RuleProse.of(rule, rules),
                    StateGraphBuilder.of(rule, rules));
        }
    }

    /** None while the text does not compile: what is wrong with it is what {@code check} says. */
    @PostMapping("/v1/rules/{file}/explain")
    Map<String, List<ExplanationView>> explain(@PathVariable String file, HttpServletRequest request)
            throws IOException {
        String name = RuleFileName.checked(file);
        SourceFile source = new SourceFile(name, LimitedBody.text(request, RulesController.MAX_TEXT_BYTES));
        List<ExplanationView> rules = RuleCompiler.compile(RuleFiles.with(publisher.rules(), source))
                .plan()
                .map(plan -> plan.rules().stream()
                        .filter(rule -> rule.span().file().equals(name))
                        .map(rule -> ExplanationView.of(rule, plan))
                        .toList())
                .orElse(List.of());
        return Map.of("rules", rules);
    }
}
