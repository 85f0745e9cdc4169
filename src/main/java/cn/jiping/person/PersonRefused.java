package cn.jiping.person;

import cn.jiping.shared.Refusal;

/** 人员拒绝: why a person's record was not changed. */
public final class PersonRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private PersonRefused(String code, Object... arguments) {
        super(code, null, arguments);
    }

    static PersonRefused documentUnderAnotherName() {
        return new PersonRefused("person.document-under-another-name");
    }

    static PersonRefused documentsOfSeveral() {
        return new PersonRefused("person.documents-of-several");
    }

    static PersonRefused documentTaken() {
        return new PersonRefused("person.document-taken");
    }

    static PersonRefused alreadyCorrected() {
        return new PersonRefused("person.already-corrected");
    }

    static PersonRefused notActive() {
        return new PersonRefused("person.not-active");
    }

    static PersonRefused alreadyInAMerge() {
        return new PersonRefused("person.already-in-a-merge");
    }

    static PersonRefused confirmedByTheSamePerson() {
        return new PersonRefused("person.confirmed-by-the-same-person");
    }

    static PersonRefused mergeNotIn(MergeState state) {
        return new PersonRefused("person.merge-not-in-" + state.path());
    }

    static PersonRefused retained(String why) {
        return new PersonRefused("person.retained", why);
    }
}
