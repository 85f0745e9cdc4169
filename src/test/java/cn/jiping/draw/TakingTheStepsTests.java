package cn.jiping.draw;

import static cn.jiping.draw.DrawFixtures.ANNOUNCED;
import static cn.jiping.draw.DrawFixtures.CENTRE;
import static cn.jiping.draw.DrawFixtures.COLLEAGUE;
import static cn.jiping.draw.DrawFixtures.COMMIT_BY;
import static cn.jiping.draw.DrawFixtures.HEAD_OF_BODY;
import static cn.jiping.draw.DrawFixtures.REFERENCE;
import static cn.jiping.draw.DrawFixtures.REVEAL_BY;
import static cn.jiping.draw.DrawFixtures.SECRET_A;
import static cn.jiping.draw.DrawFixtures.SECRET_B;
import static cn.jiping.draw.DrawFixtures.VALUE;
import static cn.jiping.draw.DrawFixtures.VALUE_FROM;
import static cn.jiping.draw.DrawFixtures.announced;
import static cn.jiping.draw.DrawFixtures.assessors;
import static cn.jiping.draw.DrawFixtures.committed;
import static cn.jiping.draw.DrawFixtures.drawn;
import static cn.jiping.draw.DrawFixtures.headOf;
import static cn.jiping.draw.DrawFixtures.valueFixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.draw.Progress.Cause;
import cn.jiping.draw.Progress.Ending;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TakingTheStepsTests {
    private static final DrawRules RULES = DrawRules.simply(3, 2);
    private static final Actor PROGRAM = Actor.program("draw.deadlines");

    private static String hash(Draw draw, Party party, Secret secret) {
        return Formulas.commitment(draw.hash(), party, secret);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatExceptionOfType(DrawRefused.class)
                .isThrownBy(step)
                .returns("draw." + code, DrawRefused::code);
    }

    @Nested
    class Committing {
        private final Draw draw = announced(RULES, assessors(12));
        private final String a = hash(draw, Party.A, SECRET_A);
        private final String b = hash(draw, Party.B, SECRET_B);

        @Test
        void needsBothParties() {
            draw.commit(Party.A, a, CENTRE, ANNOUNCED);
            assertThat(draw.status()).isEqualTo(DrawStatus.ANNOUNCED);

            draw.commit(Party.B, b, HEAD_OF_BODY, ANNOUNCED);

            assertThat(draw.status()).isEqualTo(DrawStatus.COMMITTED);
        }

        @Test
        void isOverAtTheCutOff() {
            assertThat(draw.commit(Party.A, a, CENTRE, COMMIT_BY.minusMillis(1))).isTrue();
            refused("too-late-to-commit", () -> draw.commit(Party.B, b, HEAD_OF_BODY, COMMIT_BY));
        }

        @Test
        void isForThoseOfTheSeat() {
            refused("not-your-seat", () -> draw.commit(Party.A, a, HEAD_OF_BODY, ANNOUNCED));
            refused("not-your-seat", () -> draw.commit(Party.B, b, CENTRE, ANNOUNCED));
            var ofAnother = headOf(BodyId.next(), "外人");
            refused("not-your-seat", () -> draw.commit(Party.B, b, ofAnother, ANNOUNCED));
        }

        @Test
        void refusesTheSamePersonOnBothSidesEvenWithTwoAccounts() {
            draw.commit(Party.A, a, CENTRE, ANNOUNCED);
            var samePerson =
                    new Actor(
                            AccountId.next(),
                            CENTRE.person(),
                            CENTRE.name(),
                            HEAD_OF_BODY.role(),
                            "",
                            HEAD_OF_BODY.scope(),
                            "test");

            refused("same-person", () -> draw.commit(Party.B, b, samePerson, ANNOUNCED));
        }

        @Test
        void refusesTheSameAccountOnBothSides() {
            draw.commit(Party.A, a, CENTRE, ANNOUNCED);
            var sameAccount =
                    new Actor(
                            CENTRE.account(),
                            null,
                            CENTRE.name(),
                            HEAD_OF_BODY.role(),
                            "",
                            HEAD_OF_BODY.scope(),
                            "test");

            refused("same-person", () -> draw.commit(Party.B, b, sameAccount, ANNOUNCED));
        }

        @Test
        void twiceTheSameChangesNothingAndAnotherIsRefused() {
            draw.commit(Party.A, a, CENTRE, ANNOUNCED);

            assertThat(draw.commit(Party.A, a, CENTRE, ANNOUNCED)).isFalse();
            refused("already-committed", () -> draw.commit(Party.A, b, CENTRE, ANNOUNCED));
        }
    }

    @Nested
    class FixingThePublicValue {
        @Test
        void needsBothCommitments() {
            var draw = announced(RULES, assessors(12));

            refused("commitments-missing", () -> draw.fix(VALUE, REFERENCE, CENTRE, VALUE_FROM));
        }

        @Test
        void waitsForTheAnnouncedInstant() {
            var draw = committed(RULES, assessors(12));

            refused(
                    "value-too-early",
                    () -> draw.fix(VALUE, REFERENCE, CENTRE, VALUE_FROM.minusMillis(1)));
            assertThat(draw.fix(VALUE, REFERENCE, CENTRE, VALUE_FROM)).isTrue();
        }

        @Test
        void happensOnce() {
            var draw = valueFixed(RULES, assessors(12));

            assertThat(draw.fix(VALUE, REFERENCE, CENTRE, VALUE_FROM)).isFalse();
            refused("value-already-fixed", () -> draw.fix("other", REFERENCE, CENTRE, VALUE_FROM));
        }
    }

    @Nested
    class Revealing {
        private final Draw draw = valueFixed(RULES, assessors(12));

        @Test
        void refusesAnotherSecretThanCommittedTo() {
            refused(
                    "wrong-secret",
                    () -> draw.reveal(Party.A, Secret.random(), CENTRE, VALUE_FROM));
            refused("wrong-secret", () -> draw.reveal(Party.A, SECRET_B, CENTRE, VALUE_FROM));
        }

        @Test
        void waitsForThePublicValue() {
            var early = committed(RULES, assessors(12));

            refused("reveal-too-early", () -> early.reveal(Party.A, SECRET_A, CENTRE, VALUE_FROM));
        }

        @Test
        void showsNoSecretBeforeTheOtherPartyGaveHis() {
            draw.reveal(Party.A, SECRET_A, CENTRE, VALUE_FROM);
            assertThat(RecordJson.of(draw).canonical()).doesNotContain(SECRET_A.value());

            draw.reveal(Party.B, SECRET_B, HEAD_OF_BODY, VALUE_FROM);

            assertThat(RecordJson.of(draw).canonical())
                    .contains(SECRET_A.value(), SECRET_B.value());
            assertThat(draw.status()).isEqualTo(DrawStatus.REVEALED);
        }

        @Test
        void mayBeDoneByAColleagueWhoHasTheSecret() {
            assertThat(draw.reveal(Party.A, SECRET_A, COLLEAGUE, VALUE_FROM)).isTrue();
            assertThat(draw.reveal(Party.A, SECRET_A, CENTRE, VALUE_FROM)).isFalse();
        }

        @Test
        void isOverAtTheDeadline() {
            refused("too-late-to-reveal", () -> draw.reveal(Party.A, SECRET_A, CENTRE, REVEAL_BY));
        }
    }

    @Nested
    class MissingADeadline {
        @Test
        void failsADrawNobodyCommittedTo() {
            var draw = announced(RULES, assessors(12));
            draw.commit(Party.A, hash(draw, Party.A, SECRET_A), CENTRE, ANNOUNCED);

            assertThat(draw.failIfOverdue(PROGRAM, COMMIT_BY.minusMillis(1))).isFalse();
            assertThat(draw.failIfOverdue(PROGRAM, COMMIT_BY)).isTrue();

            assertThat(draw.status()).isEqualTo(DrawStatus.FAILED);
            assertThat(ending(draw).kind()).isEqualTo(Ending.Kind.NOT_COMMITTED);
            assertThat(ending(draw).missing()).containsExactly(Party.B);
        }

        @Test
        void namesThePartyThatWithheldItsSecret() {
            var draw = valueFixed(RULES, assessors(12));
            draw.reveal(Party.B, SECRET_B, HEAD_OF_BODY, VALUE_FROM);

            draw.failIfOverdue(PROGRAM, REVEAL_BY);

            assertThat(ending(draw).kind()).isEqualTo(Ending.Kind.NOT_REVEALED);
            assertThat(ending(draw).missing()).containsExactly(Party.A);
            assertThat(DrawVerification.of(RecordJson.of(draw).canonical()).agrees()).isTrue();
            assertThat(DrawVerification.of(RecordJson.of(draw).canonical()).complete()).isTrue();
        }

        @Test
        void failsWithoutAPublicValue() {
            var draw = committed(RULES, assessors(12));

            draw.failIfOverdue(PROGRAM, REVEAL_BY);

            assertThat(ending(draw).kind()).isEqualTo(Ending.Kind.NO_PUBLIC_VALUE);
        }

        @Test
        void leavesADrawnOneAlone() {
            assertThat(drawn(RULES, assessors(12)).failIfOverdue(PROGRAM, REVEAL_BY)).isFalse();
        }

        private static Ending ending(Draw draw) {
            return java.util.Objects.requireNonNull(draw.progress().ending());
        }
    }

    @Nested
    class Cancelling {
        @Test
        void isPossibleUntilTheFirstSecretIsRevealed() {
            var draw = valueFixed(RULES, assessors(12));
            assertThat(draw.cancel("登记的号码有误", CENTRE, VALUE_FROM)).isTrue();
            assertThat(draw.status()).isEqualTo(DrawStatus.CANCELLED);

            var revealing = valueFixed(RULES, assessors(12));
            revealing.reveal(Party.A, SECRET_A, CENTRE, VALUE_FROM);

            refused("too-late-to-cancel", () -> revealing.cancel("不合适", CENTRE, VALUE_FROM));
        }

        @Test
        void cannotUndoAResult() {
            var draw = drawn(RULES, assessors(12));

            refused("too-late-to-cancel", () -> draw.cancel("不合适", CENTRE, REVEAL_BY));
        }
    }

    @Nested
    class Replacing {
        private final Draw draw = drawn(RULES, assessors(12));

        @Test
        void takesAlternatesInDrawnOrder() {
            draw.replace("KP1008", Cause.DECLINED, "", CENTRE, REVEAL_BY);
            draw.replace("KP1009", Cause.ILL, "", CENTRE, REVEAL_BY);

            assertThat(draw.selection()).containsExactly("KP1010", "KP1003", "KP1005");
            refused("no-alternate", () -> draw.replace("KP1010", Cause.ILL, "", CENTRE, REVEAL_BY));
        }

        @Test
        void happensOnceForEach() {
            draw.replace("KP1008", Cause.DECLINED, "", CENTRE, REVEAL_BY);

            assertThat(draw.replace("KP1008", Cause.DECLINED, "", CENTRE, REVEAL_BY)).isEmpty();
            assertThat(draw.alternatesLeft()).containsExactly("KP1005");
        }

        @Test
        void refusesWhoWasNotDrawn() {
            refused(
                    "not-in-selection",
                    () -> draw.replace("KP1012", Cause.ILL, "", CENTRE, REVEAL_BY));
        }

        @Test
        void waitsForTheResult() {
            var early = valueFixed(RULES, assessors(12));

            refused("not-drawn", () -> early.replace("KP1010", Cause.ILL, "", CENTRE, REVEAL_BY));
        }
    }
}
