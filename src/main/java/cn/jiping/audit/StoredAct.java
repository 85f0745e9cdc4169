package cn.jiping.audit;

import org.jspecify.annotations.Nullable;

/** An act with what lies beside it: its payload, or why that was erased. */
record StoredAct(RecordedAct act, @Nullable Payload payload, @Nullable Erasure erasure) {
    ActView view() {
        var values = payload == null ? null : payload.values().orElse(null);
        return new ActView(
                new ActId(act.id()),
                act.times().recordedAt(),
                act.times().businessAt(),
                new ActView.Doer(
                        values == null ? null : values.actor(),
                        act.doer().account() == null ? null : act.doer().account().toString(),
                        act.doer().role(),
                        act.doer().place(),
                        values == null ? null : values.from()),
                act.code(),
                new ActView.Subject(
                        act.subject().type(),
                        Masked.text(act.subject().id()),
                        act.subject().division(),
                        act.subject().body() == null ? null : act.subject().body().toString()),
                ActView.Content.of(values, erasure));
    }
}
