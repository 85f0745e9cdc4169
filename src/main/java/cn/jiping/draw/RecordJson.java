package cn.jiping.draw;

import cn.jiping.draw.Progress.Commitment;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.draw.Progress.FixedValue;
import cn.jiping.draw.Progress.Outcome;
import cn.jiping.draw.Progress.Replacement;
import cn.jiping.draw.Progress.Reveal;
import java.util.Map;
import java.util.function.Function;

/**
 * 抽取记录: what anyone may download and repeat. Names of persons are no part of it. A secret shows
 * only when both are known or the draw has ended, so that nobody learns the outcome before he gives
 * his own.
 */
final class RecordJson {
    private RecordJson() {}

    static Json.Obj of(Draw draw) {
        var progress = draw.progress();
        var members =
                Json.object()
                        .text("format", Formulas.FORMAT)
                        .put("announcement", Json.read(draw.text()))
                        .text("announcementHash", draw.hash())
                        .put("commitments", byParty(progress.commitments(), RecordJson::write));
        var value = progress.publicValue();
        if (value != null) {
            members.put("publicValue", write(value));
        }
        if (secretsShow(progress)) {
            members.put("reveals", byParty(progress.reveals(), RecordJson::write));
        }
        members.text("seed", draw.seed().orElse(null));
        var outcome = progress.outcome();
        if (outcome != null) {
            members.put("result", write(outcome))
                    .list("replacements", progress.replacements(), RecordJson::write);
        }
        var ending = progress.ending();
        if (ending != null) {
            members.put("ended", write(ending));
        }
        return members.end();
    }

    static boolean secretsShow(Progress progress) {
        return progress.reveals().size() == Party.values().length || progress.ending() != null;
    }

    private static <T> Json.Obj byParty(Map<Party, T> parts, Function<T, Json> each) {
        var members = Json.object();
        parts.forEach((party, part) -> members.put(party.name(), each.apply(part)));
        return members.end();
    }

    private static Json write(Commitment commitment) {
        return Json.object()
                .text("at", commitment.by().at())
                .text("value", commitment.value())
                .end();
    }

    private static Json write(FixedValue value) {
        return Json.object()
                .text("fixedAt", value.by().at())
                .text("value", value.value())
                .text("reference", value.reference())
                .end();
    }

    private static Json write(Reveal reveal) {
        return Json.object()
                .text("at", reveal.by().at())
                .text("salt", reveal.secret().salt())
                .text("secret", reveal.secret().value())
                .end();
    }

    private static Json write(Outcome outcome) {
        return Json.object()
                .text("at", outcome.at())
                .list("drawn", outcome.drawn(), RecordJson::write)
                .list("alternates", outcome.alternates(), RecordJson::write)
                .end();
    }

    private static Json write(Pick pick) {
        return Json.object().text("number", pick.number()).text("key", pick.key()).end();
    }

    private static Json write(Replacement replacement) {
        return Json.object()
                .text("at", replacement.by().at())
                .text("leaving", replacement.leaving())
                .text("entering", replacement.entering())
                .text("cause", replacement.cause())
                .end();
    }

    private static Json write(Ending ending) {
        return Json.object()
                .text("at", ending.by().at())
                .text("kind", ending.kind())
                .text("reason", ending.reason())
                .list("missing", ending.missing().stream().sorted().toList(), Json.Text::of)
                .end();
    }
}
