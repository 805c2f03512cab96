/** The manifests as Kubernetes and podman are given them. */
package dev.remit.k8s;
