package cn.jiping.account;

import cn.jiping.person.Persons;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * 双人确认: what two persons must do, two persons do: not one with two accounts, and not one who was
 * recorded twice and merged since.
 */
@Service
public class TwoPersons {
    private final Persons persons;

    TwoPersons(Persons persons) {
        this.persons = persons;
    }

    /**
     * @throws AccountRefused if the second is the first, or if either is not known by person
     */
    public void require(Proposer first, Actor second) {
        if (first.is(second) || same(first.person(), second.person())) {
            throw AccountRefused.samePerson();
        }
    }

    /** Also true where either is unknown: nobody can say then that they are two. */
    boolean same(@Nullable PersonId one, @Nullable PersonId other) {
        return one == null || other == null || persons.current(one).equals(persons.current(other));
    }
}
