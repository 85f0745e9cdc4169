package cn.jiping.person;

import cn.jiping.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** 业务关联: with which places and bodies persons have dealings. */
interface LinkStore {
    List<PersonView.Dealing> loadDealings(PersonId person);

    void link(PersonId person, Place place, String why, LocalDate since, Instant at);

    void copyLinks(PersonId from, PersonId to, UUID merge);

    void removeLinks(UUID merge, PersonId from);
}
