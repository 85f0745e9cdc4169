package cn.jiping.policy.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DecisionSettings.class)
class PolicyWebConfiguration {}
