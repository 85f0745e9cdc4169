package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** 座位表的一行: the seat, its ticket, and who sits there. */
public record SeatView(
        SessionId session,
        UUID examinee,
        PersonId person,
        String name,
        String occupation,
        SkillLevel level,
        Set<Subject> subjects,
        String ticket,
        UUID room,
        String roomName,
        int number) {
    public SeatView {
        subjects = Set.copyOf(subjects);
    }

    public List<Subject> subjectsInOrder() {
        return subjects.stream().sorted().toList();
    }
}
