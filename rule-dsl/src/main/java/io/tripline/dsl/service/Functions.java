package io.tripline.dsl.service;

import java.util.List;

/** The functions of the language, as people look them up. */
final class Functions {

    /** Over many events: of a window, or of what a step has taken. */
    static final List<Entry> AGGREGATES = List.of(
            new Entry("count", "count(Event) over 10m", "How many events. Of a field: in how many it is not missing."),
            new Entry("sum", "sum(Event.field) over 10m", "The values added up, exactly; 0 of no events."),
            new Entry("avg", "avg(Event.field) over 10m", "The mean of the values; missing of no events."),
            new Entry("min", "min(Event.field) over 10m", "The smallest value; missing of no events."),
            new Entry("max", "max(Event.field) over 10m", "The largest value; missing of no events."),
            new Entry(
                    "stddev",
                    "stddev(Event.field) over 10m",
                    "The sample standard deviation, a float; missing of fewer than two values."),
            new Entry("distinct", "distinct(Event.field) over 10m", "How many different values, exactly."),
            new Entry(
                    "approx_distinct",
                    "approx_distinct(Event.field) over 1d",
                    "How many different values, nearly: for very many of them."),
            new Entry("first", "first(Event.field) over 10m", "The value of the earliest event that has one."),
            new Entry("last", "last(Event.field) over 10m", "The value of the latest event that has one."),
            new Entry("median", "median(Event.field) over 1d", "The value in the middle; one that occurs."),
            new Entry(
                    "quantile",
                    "quantile(Event.field, 0.95) over 1d",
                    "The value below or at which that part of the values lies; one that occurs."),
            new Entry(
                    "top",
                    "top(Event.field, 3) over 1d",
                    "The most frequent values, as a list, the most frequent first."));

    /** Of single values. */
    static final List<Entry> SINGLE = List.of(
            new Entry("prev", "prev(step.field)", "The value of the event before the latest that a step has taken."),
            new Entry("abs", "abs(number)", "The number without its sign."),
            new Entry(
                    "round", "round(number, digits)", "Rounded to so many digits behind the point, half away from 0."),
            new Entry("floor", "floor(number)", "The next whole number below."),
            new Entry("ceil", "ceil(number)", "The next whole number above."),
            new Entry("sqrt", "sqrt(number)", "The square root; missing of a negative number."),
            new Entry("ln", "ln(number)", "The natural logarithm; missing of what is not positive."),
            new Entry("power", "power(number, exponent)", "The number to that power."),
            new Entry("lower", "lower(text)", "In lower case."),
            new Entry("upper", "upper(text)", "In upper case."),
            new Entry("trim", "trim(text)", "Without white space at both ends."),
            new Entry("length", "length(text)", "How many characters."),
            new Entry("starts_with", "starts_with(text, beginning)", "Whether the text begins like that."),
            new Entry("ends_with", "ends_with(text, end)", "Whether the text ends like that."),
            new Entry("contains", "contains(text, part)", "Whether that stands somewhere in the text."),
            new Entry("substring", "substring(text, from, length)", "A piece of the text; places count from 1."),
            new Entry("concat", "concat(text, text, …)", "The texts one behind the other."),
            new Entry("text", "text(value)", "The value as messages show it."),
            new Entry("number", "number(text)", "The number that the text says; missing when it says none."),
            new Entry("year", "year(time, \"Europe/Berlin\")", "The year there; in UTC without a time zone."),
            new Entry("month", "month(time, \"Europe/Berlin\")", "The month there, 1 to 12."),
            new Entry("day", "day(time, \"Europe/Berlin\")", "The day of the month there."),
            new Entry("hour", "hour(time, \"Europe/Berlin\")", "The hour of the day there, 0 to 23."),
            new Entry("minute", "minute(time, \"Europe/Berlin\")", "The minute of the hour there."),
            new Entry("day_of_week", "day_of_week(time, \"Europe/Berlin\")", "1 for Monday to 7 for Sunday."),
            new Entry("day_of_year", "day_of_year(time, \"Europe/Berlin\")", "The day of the year there, from 1."),
            new Entry("is_weekend", "is_weekend(time, \"Europe/Berlin\")", "Whether it is Saturday or Sunday there."),
            new Entry("start_of_day", "start_of_day(time, \"Europe/Berlin\")", "The midnight before, there."),
            new Entry("seconds", "seconds(duration)", "The length of time in seconds, a decimal."),
            new Entry("minutes", "minutes(duration)", "The length of time in minutes, a decimal."),
            new Entry("hours", "hours(duration)", "The length of time in hours, a decimal."),
            new Entry("days", "days(duration)", "The length of time in days, a decimal."),
            new Entry("distance", "distance(geo, geo)", "How far two places are apart, in kilometres."),
            new Entry("geo", "geo(latitude, longitude)", "A place; missing where there is no such place."),
            new Entry("latitude", "latitude(geo)", "Degrees north."),
            new Entry("longitude", "longitude(geo)", "Degrees east."),
            new Entry("size", "size(list)", "How many values the list has."));

    private Functions() {}
}
