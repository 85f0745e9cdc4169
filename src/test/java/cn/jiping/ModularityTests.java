package cn.jiping;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Jiping.class);

    @Test
    void everyArrowBetweenModulesIsDeclared() {
        MODULES.verify();
    }

    @Test
    void picturesOfTheModulesAreGenerated() {
        new Documenter(MODULES).writeDocumentation();
    }
}
