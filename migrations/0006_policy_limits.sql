ALTER TABLE `escalation_policies` ADD `end_action` text DEFAULT 'stop' NOT NULL;--> statement-breakpoint
ALTER TABLE `escalation_steps` ADD `urgencies` text;--> statement-breakpoint
ALTER TABLE `escalation_steps` ADD `hours` text;--> statement-breakpoint
ALTER TABLE `escalation_steps` ADD `round_robin` integer DEFAULT false NOT NULL;