package cn.jiping.demo;

import cn.jiping.policy.DecisionFilter;
import cn.jiping.policy.LawActivations;
import cn.jiping.policy.LawDraft;
import cn.jiping.policy.LawDrafts;
import cn.jiping.policy.Replay;
import cn.jiping.policy.Replays;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * 演示的法规更新: no document names a session of 2022, so two people of the province put a calendar for it
 * into force, after every decision was judged again.
 */
@InDemo
class Legislating {
    private static final String TITLE = "2022年统一鉴定的日历和开考时间（演示）";
    private static final String WHY = "文件没有公布2022年的日期，按2021年的间隔排定，只用于演示";
    private static final List<String> PAGES =
            List.of("33/plan/calendar.yaml", "33/exam/times.yaml");
    private static final Paging ALL = new Paging(1, 200);
    private static final Duration LONGEST_REPLAY = Duration.ofMinutes(5);

    private final LawDrafts drafts;
    private final Replays replays;
    private final LawActivations activations;
    private final TheSession session;
    private final Actors actors;
    private final Crowd crowd;

    Legislating(
            LawDrafts drafts,
            Replays replays,
            LawActivations activations,
            TheSession session,
            Actors actors,
            Crowd crowd) {
        this.drafts = drafts;
        this.replays = replays;
        this.activations = activations;
        this.session = session;
        this.actors = actors;
        this.crowd = crowd;
    }

    /** Goes on where it was cut off. */
    void calendarOf2022() {
        var clerk = actors.staff(Role.PROVINCE_CLERK, session.province());
        var draft = find(clerk).orElseGet(() -> drafts.upload(clerk, TITLE, WHY, calendar()));
        if (draft.state() == LawDraft.State.OPEN) {
            replay(clerk, draft);
            activations.propose(clerk, draft.id());
        }
        if (draft.state() != LawDraft.State.ACTIVATED) {
            activations.confirm(
                    actors.staff(Role.PROVINCE_APPROVER, session.province()), draft.id());
        }
    }

    private Optional<LawDraft> find(Actor clerk) {
        return drafts.page(clerk, null, ALL).rows().stream()
                .filter(draft -> draft.heading().title().equals(TITLE))
                .findFirst();
    }

    private void replay(Actor clerk, LawDraft draft) {
        if (replays.of(clerk, draft.id()).isEmpty()) {
            replays.ask(clerk, draft.id(), DecisionFilter.ALL);
        }
        crowd.await(
                "重判",
                LONGEST_REPLAY,
                () -> replays.of(clerk, draft.id()).stream().noneMatch(Replay::running));
    }

    private static byte[] calendar() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var page : PAGES) {
                zip.putNextEntry(new ZipEntry(page));
                zip.write(new ClassPathResource("demo/law/" + page).getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
