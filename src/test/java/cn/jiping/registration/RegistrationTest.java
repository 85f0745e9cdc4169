package cn.jiping.registration;

import cn.jiping.testing.PagesAs;
import cn.jiping.testing.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A test of the module with everything it uses, and an announced session in its summer. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@Import({TestDatabase.class, PagesAs.class, Summer.class})
@TestPropertySource(
        properties = {"jiping.clock.movable=true", "jiping.clock.start=2021-07-10T09:00:00"})
public @interface RegistrationTest {}
