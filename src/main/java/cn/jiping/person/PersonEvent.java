package cn.jiping.person;

import cn.jiping.shared.PersonId;
import java.util.UUID;

/** 人员事件. */
public sealed interface PersonEvent {
    PersonId person();

    /** Somebody not known before was recorded. */
    record Registered(PersonId person) implements PersonEvent {}

    /** Names, documents or contacts changed. */
    record Changed(PersonId person) implements PersonEvent {}

    /** Two turned out to be one; the absorbed id resolves to the kept one from now on. */
    record Merged(PersonId person, PersonId absorbed) implements PersonEvent {}

    /** They were two after all. */
    record Parted(PersonId person, PersonId absorbed) implements PersonEvent {}

    /** Something was proved about the person. */
    record SkillProved(PersonId person, UUID entry) implements PersonEvent {}

    /** Everything personal was removed. */
    record Erased(PersonId person) implements PersonEvent {}
}
