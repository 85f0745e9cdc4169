package cn.jiping.exam;

import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

interface PaperStore {
    /** False if the sitting has one in that room. */
    boolean insert(Packet packet);

    /** By number, each with its steps in order. */
    List<Packet> list(Scope scope, SessionId session, DivisionCode city);

    Optional<PaperStep> loadStep(SittingPlace place);

    /** False if it has moved on meanwhile. */
    boolean move(SessionId session, UUID packet, PaperStep from, PaperStep to);

    void insertStep(SessionId session, DivisionCode city, UUID packet, Packet.Handed handed);

    /** How many packets of each city stand at each step. */
    Map<DivisionCode, Map<PaperStep, Integer>> countBySteps(Scope scope, SessionId session);
}
