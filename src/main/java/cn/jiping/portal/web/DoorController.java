package cn.jiping.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** 各入口的首页: what a person may do here, door by door. */
@Controller
class DoorController {
    @GetMapping({"/my", "/body", "/authority", "/expert", "/hall", "/admin"})
    String start() {
        return "portal/door";
    }
}
