/** How a service answers whether it lives and is ready, whatever else it is doing. */
package dev.remit.kit.health;
