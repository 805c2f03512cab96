package dev.remit.contracts.agreements.reading;

import dev.remit.engines.sla.WaitReason;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes, numbers and dates as people write them. */
final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final int HOUR = 60;
    private static final List<String> FIRST_TEN =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private Words() {}

    /** {@code Friday, 19 June 2026}. */
    static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** {@code 1 hour 30 minutes}. */
    static String minutes(long minutes) {
        if (minutes < HOUR) {
            return count(minutes, "minute");
        }
        String hours = count(minutes / HOUR, "hour");
        return minutes % HOUR == 0 ? hours : hours + " " + count(minutes % HOUR, "minute");
    }

    static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** {@code second}, and from the eleventh on {@code 21st}. */
    static String ordinal(int number) {
        if (number <= FIRST_TEN.size()) {
            return FIRST_TEN.get(number - 1);
        }
        boolean teen = number % 100 / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** {@code PUBLIC_MESSAGE} and {@code includedVolume} as {@code public message} and {@code included volume}. */
    static String plain(String code) {
        String spaced =
                code.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').replace('-', ' ');
        return spaced.toLowerCase(Locale.ENGLISH);
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    /** {@code a, b or c}. */
    static String either(List<String> names) {
        return joined(names, " or ");
    }

    /** {@code a, b and c}. */
    static String all(List<String> names) {
        return joined(names, " and ");
    }

    private static String joined(List<String> names, String last) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + last + names.getLast();
    }

    static String band(String band) {
        return switch (band) {
            case "BUSINESS" -> "in business hours";
            case "AFTER_HOURS" -> "after hours";
            case "WEEKEND" -> "at the weekend";
            case "HOLIDAY" -> "on a holiday";
            default -> plain(band);
        };
    }

    static String wait(WaitReason reason) {
        return switch (reason) {
            case CLIENT -> "the client";
            case VENDOR -> "a supplier";
            case APPROVAL -> "an approval";
            case SCHEDULED -> "an agreed date";
            case RESPONSIBILITY -> "the client's part";
        };
    }

    static String day(String day) {
        return java.time.DayOfWeek.valueOf(day).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code 08:30 to 12:00 and 13:00 to 17:30}; closed where there is no window. */
    static String windows(List<List<String>> windows) {
        return windows.isEmpty()
                ? "closed"
                : all(windows.stream()
                        .map(window -> window.getFirst() + " to " + window.getLast())
                        .toList());
    }

    /** Any value of a document in lines of text, with names of members before what they hold. */
    static List<String> lines(Object value) {
        List<String> lines = new ArrayList<>();
        add(value, "", lines);
        return lines;
    }

    private static void add(Object value, String name, List<String> lines) {
        String label = name.isEmpty() ? "" : name + ": ";
        switch (value) {
            case Map<?, ?> object ->
                object.forEach((key, inner) -> add(inner, name.isEmpty() ? (String) key : name + ", " + key, lines));
            case List<?> list
            when list.stream().noneMatch(Words::isNested) ->
                lines.add(label + list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            case List<?> list -> list.forEach(inner -> add(inner, name, lines));
            case null -> lines.add(label + "none");
            default -> lines.add(label + value);
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Map || value instanceof List;
    }
}
