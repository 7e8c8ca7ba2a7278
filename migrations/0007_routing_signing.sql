ALTER TABLE `integrations` ADD `previous_secret_hash` text;--> statement-breakpoint
ALTER TABLE `integrations` ADD `previous_key_ends_at` integer;--> statement-breakpoint
ALTER TABLE `integrations` ADD `signing` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `integrations` ADD `routing_rules` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `integrations` ADD `field_mapping` text;--> statement-breakpoint
ALTER TABLE `integrations` ADD `silence_alarm_minutes` integer;