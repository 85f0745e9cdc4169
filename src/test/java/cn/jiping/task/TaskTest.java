package cn.jiping.task;

import cn.jiping.notice.NoticeFixtures;
import cn.jiping.testing.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/** A test of the module with everything it uses, people in offices, and a clock that moves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@Import({TestDatabase.class, NoticeFixtures.class, TaskFixtures.class})
@TestPropertySource(properties = "jiping.clock.movable=true")
@interface TaskTest {}
