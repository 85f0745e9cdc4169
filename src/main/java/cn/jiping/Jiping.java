package cn.jiping;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** 技评: the program. Its first argument may name a command; without one it serves the pages. */
@SpringBootApplication
@Modulithic(systemName = "Jiping", sharedModules = "shared")
public class Jiping {
    public static void main(String[] arguments) {
        SpringApplication.run(Jiping.class, arguments);
    }
}
