package io.tripline.engine.expression;

import io.tripline.dsl.plan.ExpressionPlan;
import io.tripline.dsl.plan.ExpressionPlan.FunctionCall;
import io.tripline.dsl.plan.ExpressionPlan.Literal;
import io.tripline.engine.value.ValueKind;
import java.time.ZoneId;
import java.util.List;

/** Makes calls of functions ready to run. */
final class FunctionCompiler {

    private FunctionCompiler() {}

    static Expression compile(FunctionCall call, List<Expression> arguments) {
        ValueKind kind = ValueKind.of(call.type());
        return switch (call.function()) {
            case MIN -> new ExtremeExpression(arguments, kind, true);
            case MAX -> new ExtremeExpression(arguments, kind, false);
            case ABS, ROUND, FLOOR, CEIL, SQRT, LN, POWER ->
                new FunctionExpression(arguments, NumberFunctions.of(call.function(), kind));
            case LOWER, UPPER, TRIM, LENGTH, STARTS_WITH, ENDS_WITH, CONTAINS, SUBSTRING, CONCAT, NUMBER ->
                new FunctionExpression(arguments, TextFunctions.of(call.function()));
            case TEXT ->
                new TextOfExpression(arguments.get(0), call.arguments().get(0).type());
            case YEAR, MONTH, DAY, HOUR, MINUTE, DAY_OF_WEEK, DAY_OF_YEAR, IS_WEEKEND, START_OF_DAY ->
                new FunctionExpression(
                        arguments.subList(0, 1),
                        TimeFunctions.of(call.function(), zone(call.arguments().get(1))));
            case SECONDS -> new FunctionExpression(arguments, TimeFunctions.in(1));
            case MINUTES -> new FunctionExpression(arguments, TimeFunctions.in(60));
            case HOURS -> new FunctionExpression(arguments, TimeFunctions.in(3_600));
            case DAYS -> new FunctionExpression(arguments, TimeFunctions.in(86_400));
            case DISTANCE, GEO, LATITUDE, LONGITUDE ->
                new FunctionExpression(arguments, PlaceFunctions.of(call.function()));
            case SIZE -> new ListSize(call.arguments().get(0));
        };
    }

    private static ZoneId zone(ExpressionPlan constant) {
        return ZoneId.of((String) ((Literal) constant).value());
    }
}
