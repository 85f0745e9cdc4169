package cn.jiping.policy.web;

import cn.jiping.policy.Answer;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** 答复的文字: an answer as the ruling box of a page shows it. */
@Component
class AnswerWords {
    private final ReasonTexts texts;
    private final LawWords words;

    AnswerWords(ReasonTexts texts, LawWords words) {
        this.texts = texts;
        this.words = words;
    }

    /** An answer in words: its colour and verdict, what was found, why, and by which sources. */
    record Shown(
            Look look,
            List<Line> found,
            List<String> reasons,
            List<Source> sources,
            LocalDate asOf) {}

    /** One thing found, by its name. */
    record Line(String name, String value) {}

    /** How a verdict looks. */
    enum Look {
        /** 可以. */
        YES("ok", "circle-check", "check"),
        /** 不可以. */
        NO("no", "circle-x", "x"),
        /** 查到. */
        FOUND("info", "info-circle", "check");

        private final String kind;
        private final String icon;
        private final String mark;

        Look(String kind, String icon, String mark) {
            this.kind = kind;
            this.icon = icon;
            this.mark = mark;
        }

        public String kind() {
            return kind;
        }

        public String icon() {
            return icon;
        }

        public String mark() {
            return mark;
        }

        static Look of(Answer answer) {
            if (answer.allowed() == null) {
                return FOUND;
            }
            return answer.allowed() ? YES : NO;
        }
    }

    Shown shown(Answer answer) {
        return new Shown(
                Look.of(answer),
                answer.outcome().entrySet().stream()
                        .map(entry ->
                                new Line(
                                        words.outcome(entry.getKey()),
                                        words.word(entry.getValue())))
                        .toList(),
                answer.reasons().stream()
                        .map(reason -> texts.text(reason, Locale.CHINA))
                        .distinct()
                        .toList(),
                answer.reasons().stream().map(reason -> reason.source()).distinct().toList(),
                answer.asOf());
    }
}
