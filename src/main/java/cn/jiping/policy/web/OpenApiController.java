package cn.jiping.policy.web;

import cn.jiping.policy.Policies;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 接口说明: the description of the decisions API by OpenAPI, made of the records of its facts. */
@RestController
class OpenApiController {
    private final Policies policies;
    private final OpenApiDocument document;

    OpenApiController(Policies policies, OpenApiDocument document) {
        this.policies = policies;
        this.document = document;
    }

    @GetMapping(path = "/api/v1/openapi", produces = "application/json")
    Map<String, Object> openApi() {
        return document.of(policies.topics());
    }
}
