package cn.jiping.demo;

import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** 被拒绝的步骤: tries what should be refused, and keeps what the platform said. */
@InDemo
class Refusals {
    private final SeasonStore store;
    private final MessageSource messages;
    private final ReasonTexts texts;

    Refusals(SeasonStore store, MessageSource messages, ReasonTexts texts) {
        this.store = store;
        this.messages = messages;
        this.texts = texts;
    }

    void expect(Player player, String what, Runnable step) {
        expect(player.number(), player.city(), what, step);
    }

    /**
     * @throws IllegalStateException if nothing refuses it: then the platform does not do what the
     *     documents say
     */
    void expect(int actor, DivisionCode city, String what, Runnable step) {
        try {
            step.run();
        } catch (Refusal refusal) {
            store.add(new Happening(actor, what, city, said(refusal), refusal.source()));
            return;
        }
        throw new IllegalStateException("Nothing refused: " + what);
    }

    private String said(Refusal refusal) {
        var arguments =
                refusal.arguments().stream().map(one -> texts.word(one, Locale.CHINA)).toArray();
        return messages.getMessage("refusal." + refusal.code(), arguments, Locale.CHINA);
    }
}
