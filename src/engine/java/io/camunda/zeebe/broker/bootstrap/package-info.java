/** The one step of the broker's start that is ours: it stands before the distribution's of the same name. */
package io.camunda.zeebe.broker.bootstrap;
