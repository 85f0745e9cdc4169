package cn.jiping.architecture.samples;

import org.springframework.http.HttpStatus;

public final class FacadeThatKnowsHttp {
    HttpStatus answer() {
        return HttpStatus.OK;
    }
}
