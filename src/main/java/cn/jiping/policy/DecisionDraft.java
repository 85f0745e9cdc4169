package cn.jiping.policy;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * 待决定: a question about a matter whose answer is to be kept. The facts are JSON as the topic wants
 * them; the key tells apart several answers of one topic about the same matter. Where it happened
 * says who may see it.
 */
public record DecisionDraft(
        About about,
        String topic,
        String key,
        String facts,
        @Nullable DivisionCode division,
        @Nullable BodyId body) {

    /** 事项: what a decision is about, such as an application. */
    public record About(String type, String id) {
        public About {
            if (type.isBlank() || id.isBlank()) {
                throw new IllegalArgumentException("A decision is about something");
            }
        }
    }
}
