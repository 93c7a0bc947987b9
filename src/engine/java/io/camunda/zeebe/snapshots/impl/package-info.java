/** Beside Zeebe's own classes of this package, which keep the sums of snapshots to themselves. */
package io.camunda.zeebe.snapshots.impl;
