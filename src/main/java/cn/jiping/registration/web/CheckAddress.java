package cn.jiping.registration.web;

import cn.jiping.registration.CheckQuestion;
import cn.jiping.registration.EligibilityCheck.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** 网址: the answers of a check stand in the address and nowhere else. */
record CheckAddress(Map<String, String> answers) {
    static final String PATH = "/eligibility";

    /** Which question to ask again. */
    static final String ASK = "ask";

    /** Which question a form answers, so that an empty answer can be told from none yet. */
    static final String AT = "at";

    private static final int LONGEST = 60;

    /** Only what a question asks for; of an answer given twice the first counts. */
    static CheckAddress of(MultiValueMap<String, String> parameters) {
        var answers = new LinkedHashMap<String, String>();
        Stream.of(CheckQuestion.values())
                .flatMap(CheckQuestion::keys)
                .forEach(key -> {
                    var value = parameters.getFirst(key);
                    if (value != null && !value.isBlank()) {
                        answers.put(key, cut(value.strip()));
                    }
                });
        return new CheckAddress(answers);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    static CheckAddress of(Collection<Step> steps) {
        var answers = new LinkedHashMap<String, String>();
        steps.forEach(step -> answers.putAll(step.typed()));
        return new CheckAddress(answers);
    }

    CheckAddress without(CheckQuestion question) {
        var left = new LinkedHashMap<>(answers);
        question.keys().forEach(left::remove);
        return new CheckAddress(left);
    }

    CheckAddress with(CheckQuestion question, String value) {
        var more = new LinkedHashMap<>(without(question).answers);
        more.put(question.key(), value);
        return new CheckAddress(more);
    }

    String path() {
        return path(List.of());
    }

    /** The address that asks the question again, the other answers kept. */
    String asking(CheckQuestion question) {
        return path(List.of(Map.entry(ASK, question.key())));
    }

    private String path(List<Map.Entry<String, String>> more) {
        var query =
                Stream.concat(answers.entrySet().stream(), more.stream())
                        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
