package cn.jiping.task;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClimbingTheLadderTests {
    @Test
    void theSameWorkIsDoneOneOfficeUpAndDown() {
        assertThat(Ladder.at(Office.CITY, Set.of(Role.COUNTY_CLERK, Role.COUNTY_FINANCE)))
                .containsExactlyInAnyOrder(Role.CITY_CLERK, Role.CITY_FINANCE);
        assertThat(Ladder.at(Office.CITY, Set.of(Role.PROVINCE_REVIEWER)))
                .containsExactly(Role.CITY_REVIEWER);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleOfAnAuthorityHasItsCounterpartWhereThereIsAnOffice(Role role) {
        Ladder.above(role.office())
                .ifPresent(above ->
                        assertThat(Ladder.at(above, Set.of(role)))
                                .allMatch(up -> up.office() == above));
        Ladder.below(role.office())
                .ifPresent(below ->
                        assertThat(Ladder.at(below, Set.of(role)))
                                .allMatch(down -> down.office() == below));
    }

    @Test
    void onlyApproversAndHeadsApprove() {
        assertThat(Arrays.stream(Role.values()).filter(Ladder::approves))
                .containsExactlyInAnyOrder(
                        Role.COUNTY_APPROVER,
                        Role.CITY_APPROVER,
                        Role.PROVINCE_APPROVER,
                        Role.BODY_HEAD);
    }
}
