package cn.jiping.policy;

import cn.jiping.web.Excel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the command {@code replay} asks of the program. */
@Component
class ReplayTrials {
    private final Replays replays;
    private final ReplaySheet sheet;

    ReplayTrials(Replays replays, ReplaySheet sheet) {
        this.replays = replays;
        this.sheet = sheet;
    }

    /**
     * @throws LawFaulty if the files or the cases are wrong
     */
    Trial begin(Path law, @Nullable Path cases) throws IOException {
        return replays.trial(law, cases, cases == null ? null : Files.readAllBytes(cases));
    }

    String line(ReplayDifference difference) {
        return sheet.row(difference).stream()
                .map(Objects::toString)
                .collect(Collectors.joining("\t"));
    }

    void write(Trial trial, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            Excel.write(out, sheet.title(), sheet.headers(), Pieces.map(trial, sheet::row));
        }
    }
}
